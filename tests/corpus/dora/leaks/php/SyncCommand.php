<?php

namespace App\Console\Commands;

use Illuminate\Console\Command;
use Illuminate\Support\Facades\Http;

class SyncCommand extends Command
{
    protected $signature = 'revont:sync {--full}';

    public function handle()
    {
        $calls = Http::withToken('@@KEY1@@')->get('https://api.revont.ai/v1/calls')->json('data');
        foreach ($calls as $c) { $this->line($c['id']); }
    }
}
