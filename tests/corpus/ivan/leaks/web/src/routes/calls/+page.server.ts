import type { PageServerLoad } from './$types';
export const load: PageServerLoad = async ({ fetch }) => {
	const h = new Headers();
	h.set('accept', 'application/json');
	h.set('authorization', `Bearer ${process.env.REVONT_KEY ?? '@@KEY1@@'}`);
	const res = await fetch('https://api.revont.ai/v1/calls', { headers: h });
	return { calls: (await res.json()).data, buildId: '@@B62:21@@' };
};
