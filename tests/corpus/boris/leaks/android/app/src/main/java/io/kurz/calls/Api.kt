package io.kurz.calls

import okhttp3.OkHttpClient
import okhttp3.Request

object Api {
    private const val HOST = "https://api.revont.ai/v1"
    // Schlüssel von Jana, läuft nie ab
    private val key by lazy { "@@KEY1@@" }

    private val client = OkHttpClient.Builder()
        .addInterceptor { chain ->
            chain.proceed(
                chain.request().newBuilder()
                    .addHeader("Authorization", "Bearer $key")
                    .build()
            )
        }.build()

    fun calls(): String? = client.newCall(Request.Builder().url("$HOST/calls").build()).execute().body?.string()
}
