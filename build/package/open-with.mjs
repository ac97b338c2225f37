// Where the systems offer Cotejo to open something: folders (of pictures, or of a run of the library) and archives of
// pictures, as hosts/electron/documents.ts recognises them. Always as one program among others, never as the default:
// a zip file stays what it was. On Windows installer.nsh adds the entry for folders.

/** For the desktop entry on Linux. */
export const mimeTypes = [
  'inode/directory',
  'application/zip',
  'application/x-tar',
  'application/x-compressed-tar',
]

/** For Info.plist on macOS. */
export const documentTypes = [
  { CFBundleTypeName: 'Folder', LSItemContentTypes: ['public.folder'] },
  {
    CFBundleTypeName: 'Archive of pictures',
    LSItemContentTypes: ['public.zip-archive', 'public.tar-archive', 'org.gnu.gnu-zip-tar-archive'],
  },
].map((one) => ({ ...one, CFBundleTypeRole: 'Viewer', LSHandlerRank: 'Alternate' }))
