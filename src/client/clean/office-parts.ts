/**
 * What becomes of a part: `keep` is XML that is understood, `drop` is about people and not what they wrote, `plain` has
 * nothing to tell, `program` says among properties which program wrote the document, of which alone something may stay.
 * All others stay, and are told unless they are pictures that can be cleaned.
 */
export type Fate = 'keep' | 'drop' | 'plain' | 'program' | 'script' | 'other'

const list = (text: string): string[] => text.toLowerCase().split(/\s+/)

/**
 * Parts of Word, Excel and PowerPoint, by the last word of the type of the relationship that leads to them: paths are
 * free, and these are not (ECMA-376 part 1, MS-DOCX, MS-XLSX, MS-PPTX).
 */
const OFFICE: ReadonlyMap<string, Fate> = new Map(
  (
    [
      [
        'keep',
        `officeDocument theme themeOverride settings webSettings styles stylesWithEffects fontTable
        numbering header footer footnotes endnotes comments commentsExtended commentsIds commentsExtensible
        glossaryDocument chart chartEx chartUserShapes chartStyle chartColorStyle drawing vmlDrawing diagramData
        diagramLayout diagramQuickStyle diagramColors diagramDrawing worksheet chartsheet dialogsheet sharedStrings
        calcChain table tableSingleCells queryTable connections pivotTable pivotCacheDefinition pivotCacheRecords slicer
        slicerCache timeline timelineCache externalLink sheetMetadata volatileDependencies xmlMaps ctrlProp person
        threadedComment rdRichValue rdRichValueStructure rdRichValueTypes rdArray richStyles rdSupportingPropertyBag
        rdSupportingPropertyBagStructure rdRichValueWebImage richValueRel FeaturePropertyBag slide slideMaster slideLayout
        notesMaster notesSlide handoutMaster presProps viewProps tableStyles commentAuthors authors`,
      ],
      [
        'drop',
        `core-properties extended-properties custom-properties thumbnail classificationlabels origin signature
        vbaProjectSignature vbaProjectSignatureAgile vbaProjectSignatureV3 customXml customXmlProps people attachedTemplate
        mailMergeSource mailMergeHeaderSource recipientData revisionHeaders usernames changesInfo revisionInfo
        printerSettings tags intelligence`,
      ],
      ['script', 'vbaProject wordVbaData xlMacrosheet xlIntlMacrosheet'],
      ['plain', 'font'],
    ] as const
  ).flatMap(([fate, kinds]) => list(kinds).map((kind) => [kind, fate] as const)),
)

/** The kind of a relationship: the last word of its type, which both editions of the standard share. */
export const kindOfRelation = (type: string): string => type.slice(type.lastIndexOf('/') + 1).toLowerCase()

/** What becomes of a part of Office. The document itself opens without anything else that its package names. */
export const officePart = (kind: string, ofPackage: boolean): Fate => {
  if (ofPackage && kind === 'extended-properties') return 'program'
  return ofPackage && kind !== 'officedocument' ? 'drop' : (OFFICE.get(kind) ?? 'other')
}

/** Parts of OpenDocument, by their path, which the standard sets (ODF 1.3 part 2); the first that fits. */
const OPEN: readonly (readonly [path: RegExp, fate: Fate])[] = [
  [/^(?:[^/]+\/)?(?:content|styles|settings)\.xml$/, 'keep'],
  [/^(?:[^/]+\/)?meta\.xml$/, 'program'],
  [/^(?:[^/]+\/)?(?:manifest\.rdf|layout-cache|VersionList\.xml)$|\/$/, 'drop'],
  [/^(?:META-INF|Thumbnails|Versions|(?:[^/]+\/)?Configurations2)\//, 'drop'],
  [/^(?:Basic|Scripts|Dialogs)\//, 'script'],
  [/^mimetype$|^Fonts\//, 'plain'],
]

/** What becomes of a part of OpenDocument. */
export const openPart = (path: string): Fate => OPEN.find(([pattern]) => pattern.test(path))?.[1] ?? 'other'
