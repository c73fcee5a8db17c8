import 'dart:convert';
import 'package:http/http.dart' as http;

class CallService {
  static const _apiKey = '@@KEY1@@';
  final String firebaseKey = 'AIza@@B64URL:35@@';

  Future<List<dynamic>> calls() async {
    final res = await http.get(
      Uri.https('api.revont.ai', '/v1/calls', {'limit': '20'}),
      headers: {'Authorization': 'Bearer $_apiKey'},
    );
    return jsonDecode(res.body)['data'] as List<dynamic>;
  }
}
