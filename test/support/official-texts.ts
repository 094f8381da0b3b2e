/** Small files in the formats of official texts. Invented: they contain element structure and names, no law. */
export const justiceLaws = `<?xml version="1.0" encoding="utf-8"?><Statute lims:pit-date="2026-01-31" xmlns:lims="http://justice.gc.ca/lims"><Identification><Chapter><ConsolidatedNumber>X-1</ConsolidatedNumber></Chapter></Identification>
<Schedule><ScheduleFormHeading><Label>SCHEDULE I</Label></ScheduleFormHeading><List>
<Item><Label>1</Label><Text>Amfetamines, their salts and derivatives, including:</Text><List>
  <Item><Label>(1)</Label><Text>Amphetamine (α–methylphenethylamine) and its salts</Text></Item>
  <Item><Text>and the salts of those, including</Text></Item>
  <Item><Label>(2)</Label><Text><Repealed>[Repealed, 2020]</Repealed></Text></Item>
  <Item><Text>but not including</Text></Item>
  <Item><Label>(3)</Label><Text>Bupropion and its salts</Text></Item></List></Item>
<Item><Label>2</Label><Text>Ethanol</Text></Item></List></Schedule>
<Schedule><ScheduleFormHeading><Label>SCHEDULE V</Label></ScheduleFormHeading><Group><GroupHeading><Label>PART 2</Label></GroupHeading>
<TableGroup><Caption>TABLE 1 — Class A</Caption><table><tgroup><thead><row><entry>Item</entry><entry>Substance</entry></row></thead><tbody><row><entry>1</entry><entry>Khat and its salts</entry></row></tbody></tgroup></table></TableGroup></Group></Schedule></Statute>`

export const gesetze = `<?xml version="1.0" encoding="UTF-8"?><dokumente builddate="20260131222006"><norm><metadaten><jurabk>XG</jurabk></metadaten></norm>
<norm><metadaten><jurabk>XG</jurabk><enbez>Anlage I</enbez></metadaten><textdaten><text><Content><P><table><tgroup><tbody>
<row><entry><B>Spalte 1</B></entry><entry>enthält Namen</entry></row>
<row><entry><B>INN</B></entry><entry>andere</entry><entry>chemische Namen</entry></row>
<row><entry>Amfetamin</entry><entry>-</entry><entry>(RS)-1-Phenylpropan-2-ylazan</entry></row>
<row><entry>- ausgenommen in Zubereitungen -</entry></row>
<row><entry>-</entry><entry>Ethanol (Weingeist)</entry><entry>Ethanol</entry></row></tbody></tgroup></table></P></Content></text></textdaten></norm>
<norm><metadaten><jurabk>XG</jurabk><enbez>Anlage II</enbez></metadaten><textdaten><text><Content><P><DL><DT>1.</DT><DD><LA>Verbindungen, die vom Stoff A abgeleitet sind</LA></DD><DT>1.1</DT><DD><LA>Der Rest ist Methyl.</LA><DL><DT>a)</DT><DD><LA>oder Ethyl</LA></DD></DL></DD></DL></P></Content></text></textdaten></norm></dokumente>`

export const ecfr = `<?xml version="1.0"?><DIV5 N="1308" TYPE="PART"><DIV8 N="1308.11" TYPE="SECTION"><HEAD>§ 1308.11 Schedule I.</HEAD><P>(a) Schedule I consists of these.</P><P>(b) Opiates:</P>
<TABLE><TR><TD>(1) Amphetamine</TD><TD>1100</TD></TR><TR><TD>(2) [Reserved]</TD></TR><TR><TD>(3) Ethanol</TD><TD>9999</TD></TR></TABLE><P>(c) Others:</P><P>(1) Group:</P><P>(i) Khat 7000</P></DIV8></DIV5>`

export const clml = `<?xml version="1.0"?><Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation" DocumentURI="http://www.legislation.gov.uk/ukpga/1900/1" RestrictStartDate="2026-01-31"><Schedules><Schedule RestrictStartDate="2026-01-31"><Number>SCHEDULE 2</Number><ScheduleBody>
<Part><Number>Part I</Number><P1><Pnumber>1</Pnumber><P1para><Text>The following—</Text>
<P2><Pnumber>a</Pnumber><P2para><UnorderedList><ListItem><Para><Text>Amphetamine</Text></Para></ListItem><ListItem><Para><Text><Repeal>Heliotrope</Repeal></Text></Para></ListItem><ListItem><Para><Text>Ethanol</Text></Para></ListItem></UnorderedList></P2para></P2>
<P2><Pnumber>b</Pnumber><P2para><Text>any compound structurally derived from ethanol by—</Text><P3><Pnumber>i</Pnumber><P3para><Text>halide substituents</Text></P3para></P3></P2para></P2></P1para></P1>
<P1><Pnumber>2</Pnumber><P1para><Text>Any salt of a substance in paragraph 1.</Text></P1para></P1></Part></ScheduleBody></Schedule></Schedules></Legislation>`

export const formex = `<?xml version="1.0"?><CONS.ACT><BIB.INSTANCE><NO.CELEX>32004R0001</NO.CELEX><DATE ISO="20260131">31.1.2026</DATE></BIB.INSTANCE><ANNEX><TITLE><TI><P>ANNEX I</P></TI></TITLE><TBL><CORPUS>
<ROW TYPE="HEADER"><CELL>Substance</CELL><CELL>CN code</CELL><CELL>CAS No</CELL></ROW><ROW><CELL>Ethanol</CELL><CELL>2207 10 00</CELL><CELL>64-17-5</CELL></ROW></CORPUS></TBL></ANNEX></CONS.ACT>`
