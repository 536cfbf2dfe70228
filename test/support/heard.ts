/** What a command writes to, and what it wrote. */
export const heard = () => {
  const lines = { stdout: '', stderr: '' };
  const io = {
    stdout: { write: (text: string) => (lines.stdout += text) },
    stderr: { write: (text: string) => (lines.stderr += text) },
  };
  return { lines, io };
};
