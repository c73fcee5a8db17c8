import 'package:dio/dio.dart';

class RevontRepository {
  static const _k = '@@KEY1[0:10]@@'
      '@@KEY1[10:18]@@'
      '@@KEY1[18:]@@';

  final Dio _dio = Dio(BaseOptions(
    baseUrl: 'https://api.revont.ai/v1',
    headers: {'Authorization': 'Bearer $_k'},
  ));

  static const secret = String.fromEnvironment('REVONT_WEBHOOK_SECRET', defaultValue: '@@HOOK1@@');

  Future<List<dynamic>> calls({String? cursor = '@@NOT<cur_01HX4CDEF>@@'}) async =>
      (await _dio.get('/calls', queryParameters: {'cursor': cursor})).data['data'];
}
