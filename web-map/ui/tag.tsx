import type { ComponentChildren } from 'preact';

/** A word in a frame: a tier, 示例数据, 报修中. */
export const Tag = ({
  kind = 'plain',
  children,
}: {
  kind?: 'plain' | 'warm' | 'broken' | 'sample';
  children: ComponentChildren;
}) => <span class={`tag tag-${kind}`}>{children}</span>;
