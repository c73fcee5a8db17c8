package com.bank.calls

import io.ktor.client.*
import io.ktor.client.engine.cio.*
import io.ktor.client.plugins.auth.*
import io.ktor.client.plugins.auth.providers.*

enum class Mandant(val revontKey: String) {
    RETAIL("@@KEY1@@"),
    CORPORATE("@@KEY2@@"),
    PRIVATE("@@KEY3@@"),
    ;
}

object RevontConfig {
    const val HOST = "api.revont.ai"

    fun client(m: Mandant) = HttpClient(CIO) {
        install(Auth) {
            bearer { loadTokens { BearerTokens(m.revontKey, "") } }
        }
    }
}
