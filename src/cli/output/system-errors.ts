/** Why a file cannot be read or written, by system error code. */
const systemWords: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is not a folder',
  EROFS: 'its file system is read-only',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
  EPIPE: 'its reader has closed it',
}

/** A message in which Node quotes a system error (`ENOENT: no such file or directory, open 'x'`), in plain words. */
export function plainErrors(message: string): string {
  return message.replace(
    /\b(E[A-Z]{3,}): [a-z][^,()']*(?:, [a-z]+(?: '[^']*')?(?: -> '[^']*')?)?/g,
    (all, code: string) => systemWords[code] ?? all,
  )
}
