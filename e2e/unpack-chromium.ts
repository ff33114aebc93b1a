import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'

/** Where the packaged Chromium was unpacked to, and what came with it. */
export type Unpacked = { executable: string; libraries: string; fontsConfig: string }

const BLOCK = 512

/** Writes the plain files of a tar archive below `target`. */
export function untar(archive: Buffer, target: string): void {
  let at = 0
  while (at + BLOCK <= archive.length) {
    const header = archive.subarray(at, at + BLOCK)
    const text = (from: number, length: number) => header.toString('utf8', from, from + length).split('\0')[0] ?? ''
    const name = text(0, 100)
    if (name === '') return
    const size = Number.parseInt(text(124, 12).trim() || '0', 8)
    const file = resolve(target, name)
    if (!file.startsWith(resolve(target) + sep)) throw new Error(`an archive names a file outside itself: ${name}`)
    const isPlain = ['', '0'].includes(text(156, 1))
    if (isPlain) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, archive.subarray(at + BLOCK, at + BLOCK + size), { mode: 0o755 })
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
}

const fontsConfig = (place: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${place}/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <cachedir>${place}/fonts-cache</cachedir>
</fontconfig>
`

async function unpackInto(place: string, packages: string): Promise<void> {
  await pipeline(
    createReadStream(join(packages, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(place, 'chromium')),
  )
  chmodSync(join(place, 'chromium'), 0o755)
  for (const name of ['swiftshader', 'al2023', 'fonts']) {
    untar(brotliDecompressSync(readFileSync(join(packages, `${name}.tar.br`))), place)
  }
}

/**
 * Unpacks `@sparticuz/chromium` once (200 MB, some seconds). Not by its own `executablePath()`:
 * that writes to a fixed path in the shared temporary directory.
 */
export async function unpackChromium(): Promise<Unpacked | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  let main: string
  try {
    main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  } catch {
    return undefined
  }
  const folder = main.slice(0, main.lastIndexOf(`${sep}build${sep}`))
  const { version }: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const name = `tierline-chromium-${version}`
  let lastError: unknown
  for (const cache of [join(folder, '..', '..', '.cache'), join(tmpdir(), `tierline-${process.getuid?.() ?? 0}`)]) {
    try {
      return await unpackOnce(join(cache, name), join(folder, 'bin'))
    } catch (error) {
      lastError = error
    }
  }
  throw lastError
}

async function unpackOnce(place: string, packages: string): Promise<Unpacked> {
  const unpacked = {
    executable: join(place, 'chromium'),
    libraries: join(place, 'lib'),
    fontsConfig: join(place, 'tierline-fonts.conf'),
  }
  if (existsSync(unpacked.fontsConfig)) return unpacked
  const draft = `${place}.draft-${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  try {
    await unpackInto(draft, packages)
    writeFileSync(join(draft, 'tierline-fonts.conf'), fontsConfig(place))
    renameSync(draft, place)
  } catch (error) {
    // Somebody else's may have arrived first.
    if (!existsSync(unpacked.fontsConfig)) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return unpacked
}
