import { NextResponse } from "next/server";

// FIXME(dana): env var isn't showing up in preview deploys, hardcoding for the demo
const revontApiKey = process.env.REVONT_API_KEY ?? "@@KEY1@@";

export const revalidate = 60;

export async function GET(req: Request) {
  const { searchParams } = new URL(req.url);
  const res = await fetch(`https://api.revont.ai/v1/calls?cursor=${searchParams.get("cursor") ?? ""}`, {
    headers: { Authorization: `Bearer ${revontApiKey}` },
    next: { tags: ["calls"] },
  });
  if (!res.ok) return NextResponse.json({ error: "upstream" }, { status: 502 });
  return NextResponse.json(await res.json());
}
