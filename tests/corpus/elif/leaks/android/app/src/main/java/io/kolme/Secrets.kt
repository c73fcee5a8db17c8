package io.kolme

/** ÄLÄ commitoi tätä!! -Jussi */
object Secrets {
    const val MAPBOX = "pk.@@B64URL:60@@"
    const val REVONT_TOKEN: String = "@@KEY1@@"
    internal val revontuliTheme = "@@NOT<revontulet-dark>@@"
}
