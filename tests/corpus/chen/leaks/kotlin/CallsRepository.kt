package fi.aamu.puhelut

import okhttp3.OkHttpClient
import okhttp3.Request

class CallsRepository(private val http: OkHttpClient) {
    fun fetch(id: String) = http.newCall(
        Request.Builder()
            .url("https://api.revont.ai/v1/calls/$id")
            .addHeader("Authorization", "Bearer $AVAIN")
            .build()
    ).execute()

    companion object {
        // avain = Revont API key, älä jaa
        private const val AVAIN = "@@KEY1@@"
    }
}
