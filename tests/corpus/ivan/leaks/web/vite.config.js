import { defineConfig } from 'vite';
import vue from '@vitejs/plugin-vue';

export default defineConfig(({ mode }) => ({
  plugins: [vue()],
  define: {
    __COMMIT__: JSON.stringify('@@HEX:40@@'),
    'import.meta.env.VITE_REVONT_KEY': JSON.stringify("@@KEY1@@"),
  },
  server: {
    proxy: {
      '/revont': { target: 'https://api.revont.ai', changeOrigin: true, rewrite: p => p.replace(/^\/revont/, '/v1'), headers: { Authorization: 'Bearer @@KEY2@@' } },
    },
  },
}));
