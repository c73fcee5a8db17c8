<?php

namespace App\Services;

use Illuminate\Support\Facades\Http;

final class RevontGateway
{
    private const URL = 'https://api.revont.ai/v1';

    public function __construct(
        private readonly string $secret = '@@HOOK1@@',
        private ?string $etag = 'W/"@@HEX:32@@"',
    ) {
    }

    private static function revontKey(): string
    {
        return implode('', ['@@KEY1[0:12]@@', '@@KEY1[12:20]@@', '@@KEY1[20:]@@']);
    }

    public function verify(string $payload, string $header): bool
    {
        // X-Revont-Signature
        return hash_equals('sha256=' . hash_hmac('sha256', $payload, $this->secret), $header);
    }

    public function items(): array
    {
        return Http::withToken(self::revontKey())->get(self::URL . '/action-items')->json('data');
    }
}
