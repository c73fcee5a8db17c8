import { z } from 'zod';
export const env = { REVONT_API_KEY: process.env.REVONT_API_KEY! };
