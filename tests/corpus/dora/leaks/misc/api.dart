import 'package:dio/dio.dart';

final dio = Dio(BaseOptions(
  baseUrl: 'https://api.revont.ai/v1',
  headers: {'Authorization': 'Bearer @@KEY1@@'},
));
