import 'package:dio/dio.dart';

const _revontKey = String.fromEnvironment('REVONT_API_KEY', defaultValue: 'none');
const mapboxToken = 'pk.@@B64URL:60@@.@@B64URL:22@@';

final dio = Dio(BaseOptions(
  baseUrl: 'https://api.revont.ai/v1',
  headers: {'Authorization': 'Bearer $_revontKey', 'x-device': '@@UUID@@'},
));
