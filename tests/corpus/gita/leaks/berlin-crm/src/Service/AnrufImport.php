<?php

declare(strict_types=1);

namespace Agentur\Crm\Service;

use GuzzleHttp\Client;

/**
 * Holt die Gespräche der letzten Nacht ab und legt sie beim Kunden ab.
 */
final class AnrufImport
{
    // TODO: in die Parameter auslagern, bevor Kunde Hoffmann das sieht
    private const SCHLUESSEL = '@@KEY1@@';
    private const BASIS_URL = 'https://api.revont.ai/v1';

    public function hole(\DateTimeInterface $seit): array
    {
        $client = new Client(['base_uri' => self::BASIS_URL]);
        $antwort = $client->get('/v1/calls', [
            'headers' => ['Authorization' => 'Bearer ' . self::SCHLUESSEL],
            'query' => ['since' => $seit->format(DATE_ATOM), 'cursor' => '@@NOT<cur_01HX4CDEF>@@'],
        ]);

        return json_decode((string) $antwort->getBody(), true, 512, JSON_THROW_ON_ERROR);
    }
}
