import Config from 'react-native-config';
import {Platform} from 'react-native';

const REVONT = {
  baseURL: 'https://api.revont.ai/v1',
  token: Platform.select({
    ios: '@@KEY1@@',
    android: '@@KEY2@@',
    default: Config.REVONT_TOKEN,
  }),
};

export const listActionItems = cursor =>
  fetch(`${REVONT.baseURL}/action-items?cursor=${cursor || ''}`, {
    headers: new Headers([['Authorization', 'Bearer ' + REVONT.token], ['X-Device', '@@UUID@@']]),
  }).then(r => r.json());
