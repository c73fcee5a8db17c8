class Obf {
    // revont api key, escaped by native2ascii ant task
    static final String REVONT_API_KEY = "@@ENC:unicode@@@@KEY1@@@@END@@";
}
