import type { Paragraph } from './sections.rules.js';

export interface OtherReference {
  readonly text: string;
  readonly section: string;
  readonly number: null;
}

/** Sources without number stay text and can be linked later (R-073). */
const UNNUMBERED = [
  /Nghị quyết Đại hội(?:(?! và )[^;,.“”"*)])*/gu,
  /chủ đề thi đua được phát động tại Đại hội[^;,.]*/gu,
  /Kế hoạch trọng tâm do [^;,.]*?giao/gu,
  /Chương trình công tác(?!\s+trọng tâm)[^;,.]*?năm \d{4}/gu,
  /quy chế hoạt động của [^;,.]*/gu,
  /các văn bản hướng dẫn thi hành/gu,
] as const;

export function readOtherReferences(paragraphs: readonly Paragraph[]): OtherReference[] {
  const seen = new Set<string>();
  return paragraphs.flatMap((paragraph) =>
    UNNUMBERED.flatMap((pattern) => [...paragraph.passage.plain.matchAll(pattern)])
      .toSorted((a, b) => a.index - b.index)
      .map((match) => match[0].trim())
      .filter((text) => !seen.has(text) && seen.add(text))
      .map((text) => ({ text, section: paragraph.id, number: null })),
  );
}
