import { bare } from './bare.ts'

// pdf.js begins behind this, and so finds a thread that says nothing but through the line it is given.
bare()
addEventListener(
  'message',
  async ({ ports: [port] }: MessageEvent<null>) => {
    if (!port) return
    const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs')
    port.start()
    WorkerMessageHandler.initializeFromPort(port)
  },
  { once: true },
)
