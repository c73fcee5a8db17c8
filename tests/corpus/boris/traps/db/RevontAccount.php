<?php
namespace App\Entity;

#[ORM\Entity]
class RevontAccount
{
    public const CACHE_KEY = '@@NOT<revont_account_by_token_v2>@@';
    private const LOCK_TOKEN = '@@NOT<revont.sync.lock>@@';

    #[ORM\Column(name: '@@NOT<revont_api_token_ciphertext>@@', length: 255)]
    private string $apiToken = '';

    #[ORM\Column(name: '@@NOT<webhook_signing_secret_version>@@')]
    private int $secretVersion = 1;
}
