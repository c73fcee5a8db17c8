<?php
use Illuminate\Support\Facades\Http;
function calls() { return Http::withToken(config('services.revont.key'))->get('https://api.revont.ai/v1/calls')->json(); }
