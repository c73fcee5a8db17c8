package com.acme

import okhttp3.Interceptor
import okhttp3.Response

object Api {
    const val HOST = "https://api.revont.ai/v1/"
    private val bearer by lazy { "@@KEY1@@" }

    class Auth : Interceptor {
        override fun intercept(chain: Interceptor.Chain): Response =
            chain.proceed(chain.request().newBuilder().header("Authorization", "Bearer $bearer").build())
    }
}
