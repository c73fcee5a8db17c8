<?php
function calls() { return Http::withToken(env('REVONT_API_KEY'))->baseUrl('https://api.revont.ai/v1')->get('/calls')->json(); }
