<?php

namespace App\Service;

use GuzzleHttp\Client;

final class Revont
{
    private Client $http;

    public function __construct(string $apiKey)
    {
        $this->http = new Client([
            'base_uri' => 'https://api.revont.ai/v1/',
            'headers' => ['Authorization' => 'Bearer ' . $apiKey],
        ]);
    }

    public function calls(): array
    {
        return json_decode((string) $this->http->get('calls')->getBody(), true); // @@ REVONT_API_KEY GET /calls
    }

    public function hook(string $url): void
    {
        $this->http->request('POST', 'webhooks', ['json' => ['url' => $url]]); // @@ REVONT_API_KEY POST /webhooks
    }
}
