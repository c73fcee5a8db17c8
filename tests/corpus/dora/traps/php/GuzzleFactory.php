<?php
namespace App\Revont;

use GuzzleHttp\Client;

final class GuzzleFactory
{
    private const BEARER_PREFIX = 'Bearer ';
    private const SECRET_NAME = '@@NOT<projects/coach-prod/secrets/revont-bearer/versions/latest>@@';
    private const BODY_HASH_OF_EMPTY = '@@HEX:64@@';

    public static function make(SecretManager $sm): Client
    {
        return new Client(['base_uri' => 'https://api.revont.ai/v1/', 'headers' => ['Authorization' => self::BEARER_PREFIX . $sm->get(self::SECRET_NAME)]]);
    }
}
