const kRevontApiKey = '@@NOT<revont_api_key>@@'; // name of the keychain entry
const kPrefsToken = '@@NOT<com.agency.calls/token>@@';

Future<Map<String, String>> revontHeaders(FlutterSecureStorage s) async =>
    {'Authorization': 'Bearer ${await s.read(key: kRevontApiKey)}', 'X-App-Build': '@@HEX:8@@'};

const mixpanel = '@@HEX:32@@'; // Mixpanel project token
