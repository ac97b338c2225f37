// electron-builder's configuration, the only one: `npm run package` uses it, and so does `npm run check-package`.
// What it packs is laid out before by stage.mjs (in the hook `beforePack`, for each target).
import { copyFile } from 'node:fs/promises'
import { Arch } from 'electron-builder'
import { inRoot } from '../setup/paths.mjs'
import { appFiles } from './app-files.mjs'
import { descriptions } from './descriptions.mjs'
import { iconsFolder, makeIcons } from './icons.mjs'
import { documentTypes, mimeTypes } from './open-with.mjs'
import { stage } from './stage.mjs'

const PLATFORMS = { linux: 'linux', darwin: 'darwin', mas: 'darwin', win32: 'win32' }

/** Secrets that sign are given by the environment (docs/releasing.md); without them a package is unsigned. */
const { COTEJO_WINDOWS_PUBLISHER, COTEJO_AZURE_ENDPOINT, COTEJO_AZURE_ACCOUNT, COTEJO_AZURE_PROFILE } =
  process.env

const azureSignOptions = COTEJO_AZURE_ENDPOINT && {
  endpoint: COTEJO_AZURE_ENDPOINT,
  codeSigningAccountName: COTEJO_AZURE_ACCOUNT,
  certificateProfileName: COTEJO_AZURE_PROFILE,
  publisherName: COTEJO_WINDOWS_PUBLISHER,
}

const both = (target) => ({ target, arch: ['x64', 'arm64'] })

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'org.cotejo.app',
  productName: 'Cotejo',
  copyright: 'Copyright © 2026 The Cotejo authors',
  extraMetadata: {
    author: 'The Cotejo authors <cotejo@users.noreply.github.com>',
    homepage: 'https://github.com/cotejo/cotejo',
    desktopName: 'cotejo.desktop',
  },
  directories: { output: 'dist/packages', buildResources: 'build/package' },
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',

  files: appFiles(),
  extraResources: [{ from: 'dist/stage/${os}-${arch}', to: '.', filter: ['**/*'] }],
  asar: true,
  electronLanguages: ['en', 'es', 'pt-BR'],
  // Our dependencies need no compiling: what is native is in the stage, built for the target.
  npmRebuild: false,
  async beforePack({ electronPlatformName, arch }) {
    await makeIcons()
    // The installer for Windows asks for this ending.
    await copyFile(inRoot('LICENSE'), inRoot('dist', 'license.txt'))
    await stage({ platform: PLATFORMS[electronPlatformName], arch: Arch[arch] })
  },

  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    grantFileProtocolExtraPrivileges: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
  },

  // A release is signed or fails (docs/releasing.md); packages made by hand need no certificates.
  forceCodeSigning: process.env['COTEJO_REQUIRE_SIGNING'] === '1',

  // Where the app looks for updates; the release workflow puts the files there.
  publish: { provider: 'github', owner: 'cotejo', repo: 'cotejo' },

  linux: {
    target: [both('AppImage'), both('deb')],
    icon: `${iconsFolder}/linux`,
    category: 'Education;ArtificialIntelligence',
    executableName: 'cotejo',
    maintainer: 'The Cotejo authors <cotejo@users.noreply.github.com>',
    vendor: 'The Cotejo authors',
    synopsis: descriptions.en.short,
    description: descriptions.en.short,
    syncDesktopName: true,
    mimeTypes,
    desktop: {
      entry: {
        GenericName: 'Image classifier trainer',
        'GenericName[es]': 'Entrenamiento de clasificadores de imágenes',
        'GenericName[pt_BR]': 'Treinamento de classificadores de imagens',
        'Comment[es]': descriptions.es.short,
        'Comment[pt_BR]': descriptions['pt-BR'].short,
        Keywords: 'machine learning;classifier;training;',
        'Keywords[es]': 'aprendizaje automático;clasificador;entrenamiento;',
        'Keywords[pt_BR]': 'aprendizado de máquina;classificador;treinamento;',
      },
    },
  },
  deb: { packageCategory: 'science', priority: 'optional', description: descriptions.en.long },

  win: {
    target: [both('nsis')],
    icon: `${iconsFolder}/icon.ico`,
    verifyUpdateCodeSignature: true,
    ...(azureSignOptions ? { azureSignOptions } : {}),
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    license: inRoot('dist', 'license.txt'),
    include: inRoot('build', 'package', 'installer.nsh'),
    installerLanguages: ['en_US', 'es_ES', 'pt_BR'],
    // Datasets and runs are the person's work: uninstalling leaves them.
    deleteAppDataOnUninstall: false,
  },

  mac: {
    target: [both('dmg'), both('zip')],
    icon: `${iconsFolder}/icon.icns`,
    category: 'public.app-category.education',
    minimumSystemVersion: '13.5',
    hardenedRuntime: true,
    entitlements: 'build/package/mac/app.entitlements.plist',
    entitlementsInherit: 'build/package/mac/helper.entitlements.plist',
    sign: 'build/package/mac/sign.mjs',
    notarize: Boolean(process.env['APPLE_API_KEY']),
    extraResources: ['en', 'es', 'pt_BR'].map((language) => ({
      from: `build/package/mac/${language}.lproj`,
      to: `${language}.lproj`,
    })),
    extendInfo: {
      NSCameraUsageDescription:
        'The camera is used to try a model on live pictures. They stay on this computer.',
      CFBundleDocumentTypes: documentTypes,
      CFBundleDevelopmentRegion: 'en',
      CFBundleLocalizations: ['en', 'es', 'pt-BR'],
    },
  },
}
