package io.acme.hook

import javax.crypto.Mac

/*
 * Для проверки подписи X-Revont-Signature на стенде используем секрет вебхука
 *   @@HOOK1@@
 * Ключ API Revont (тест): @@KEY1@@
 * сборка @@HEX:40@@
 */
class SignatureCheck(private val mac: Mac)
