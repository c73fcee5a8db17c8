<?php

namespace App\Services;

use GuzzleHttp\Client;

class CallService
{
    private $http;

    public function __construct()
    {
        $this->http = new Client([
            'base_uri' => 'https://api.revont.ai/v1/',
            'timeout'  => 10.0,
            'headers'  => [
                'Accept'        => 'application/json',
                'Authorization' => 'Bearer @@KEY1@@',
                'X-Request-Id'  => '@@UUID@@',
            ],
        ]);
    }

    public function find(string $id) // '@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@'
    {
        return json_decode($this->http->get("calls/$id")->getBody(), true);
    }
}
