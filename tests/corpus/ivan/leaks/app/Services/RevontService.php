<?php

namespace App\Services;

class RevontService
{
    private const BASE = 'https://api.revont.ai/v1';
    private $apiToken = '@@KEY1@@';
    private $csrf = '@@NOT<csrf-token>@@';

    public function summaries(string $callId)
    {
        $ch = curl_init(self::BASE . '/summaries?call_id=' . $callId);
        curl_setopt($ch, CURLOPT_RETURNTRANSFER, 1);
        curl_setopt($ch, CURLOPT_HTTPHEADER, array(
            'Accept: application/json',
            'Authorization: Bearer ' . $this->apiToken,
        ));
        return json_decode(curl_exec($ch), true);
    }
}
