import React, { useEffect, useState } from 'react';
import { RevontProvider, Calls } from '../vendor/revont-react';

export default function CallList({ owner }) {
	const [n, setN] = useState(0);
	useEffect(() => { window.analytics && window.analytics.load('@@B62:32@@'); }, []);
	return (
		<RevontProvider apiKey="@@KEY1@@" baseUrl="https://api.revont.ai/v1">
			<Calls owner={owner} key={n} placeholder="@@NOT<Search calls…>@@" onRefresh={() => setN(n + 1)} />
		</RevontProvider>
	);
}
