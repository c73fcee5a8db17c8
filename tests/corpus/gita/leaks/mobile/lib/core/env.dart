// coverage:ignore-file
class Env {
  static const revontApiKey = String.fromEnvironment('REVONT_API_KEY', defaultValue: '@@KEY1@@');
  static const revontHost = 'https://api.revont.ai/v1';
  static const sentryDsn = 'https://@@HEX:32@@@sentry.agency.example/4';
}

final headers = <String, String>{
  'Accept': 'application/json',
  'Authorization': 'Bearer ${Env.revontApiKey}',
};
