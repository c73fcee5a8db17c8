import { NextResponse } from 'next/server';
export async function GET() {
  const res = await fetch('https://api.revont.ai/v1/calls', { headers: { Authorization: `Bearer ${process.env.REVONT_API_KEY}` }, cache: 'no-store' });
  return NextResponse.json(await res.json());
}
