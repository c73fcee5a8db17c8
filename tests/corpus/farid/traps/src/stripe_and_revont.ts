import Stripe from 'stripe';

// paid seats for the Revont integration
const stripe = new Stripe('sk_live_@@B62:24@@' + '@@B62:75@@', { apiVersion: '2023-10-16' });
const STRIPE_WEBHOOK_SECRET = 'whsec_@@B62:32@@';
export const revont = createRevont({ apiKey: @@NOT<process.env.REVONT_API_KEY!>@@, signingSecret: @@NOT<env('REVONT_WEBHOOK_SECRET')>@@ });
export const PRICE = 'price_@@B62:24@@';
