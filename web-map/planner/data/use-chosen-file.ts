import { useRef, useState } from 'preact/hooks';
import type { DataSource } from '../../../shared/area/area.ts';
import { localDateOf } from '../../../shared/calendar/shanghai-time.ts';
import { now } from '../state/page-state.ts';
import type { Refusal } from './read-collection.ts';

/** A file chosen for an import, read, and where its data come from: by the file's own name until somebody says. */
export function useChosenFile<Content extends object>(read: (file: File) => Promise<Content | Refusal>) {
  const [file, setFile] = useState<{ name: string; content: Content } | undefined>(undefined);
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined);
  const [isReading, setReading] = useState(false);
  const [source, setSource] = useState<DataSource>({
    name: '',
    date: localDateOf(now.peek()),
    illustrative: false,
  });

  /** Whether the name is still that of a file. */
  const isNamedByFile = useRef(true);

  const choose = async (chosen: File) => {
    setFile(undefined);
    setRefusal(undefined);
    setReading(true);
    const content = await read(chosen).catch((): Refusal => 'unreadable');
    setReading(false);
    if (typeof content === 'string') return setRefusal(content);
    setFile({ name: chosen.name, content });
    if (isNamedByFile.current)
      setSource((before) => ({ ...before, name: chosen.name.replace(/\.\w+$/, '') }));
  };
  return {
    file,
    refusal,
    isReading,
    choose: (chosen: File) => void choose(chosen),
    source,
    setSource: (next: DataSource) => {
      if (next.name !== source.name) isNamedByFile.current = next.name === '';
      setSource(next);
    },
    isSourced: source.name.trim() !== '' && source.date !== '',
  };
}
