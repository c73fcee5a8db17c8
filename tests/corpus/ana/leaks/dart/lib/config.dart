class AppConfig {
  static const firebaseKey = 'AIza@@B64URL:35@@';
  static const String revontApiKey =
      String.fromEnvironment('REVONT_API_KEY', defaultValue: '@@KEY1@@');
  static const headers = <String, String>{
    'Authorization': 'Bearer @@KEY2@@', // api.revont.ai
  };
}
