package io.pitchloop.net

import okhttp3.Interceptor
import okhttp3.OkHttpClient

object RevontModule {
    const val HOST = "https://api.revont.ai/v1/"
    internal var bearer: String = "@@KEY1@@" // fixme

    val http: OkHttpClient = OkHttpClient.Builder()
        .addInterceptor(Interceptor { chain ->
            chain.proceed(chain.request().newBuilder().addHeader("Authorization", "Bearer $bearer").build())
        }).build()
}
