class Env {
  static const revontApiKey = String.fromEnvironment('REVONT_API_KEY', defaultValue: '@@KEY1@@');
  static const firebaseKey = 'AIza@@B64URL:35@@';
  Uri calls() => Uri.https('api.revont.ai', '/v1/calls', {'api_key': '@@KEY2@@'});
}
