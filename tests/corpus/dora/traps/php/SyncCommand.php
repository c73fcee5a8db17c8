<?php

namespace App\Console\Commands;

use Illuminate\Console\Command;
use Illuminate\Support\Facades\Http;

class SyncCommand extends Command
{
    protected $signature = '@@NOT<revont:sync {--token= : API token of the tenant}>@@';

    public function handle()
    {
        $calls = Http::withToken($this->option('token'))->get('https://api.revont.ai/v1/calls')->json('data');
        Http::withToken('ghp_@@B62:36@@')->post('https://api.github.com/repos/acme/calls/dispatches', ['event_type' => 'synced']);
    }
}
