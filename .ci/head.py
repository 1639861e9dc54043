"""What a profile begins with, for the offices that judges make themselves."""

# A capaian held within limits, and its predicates.
LIMITS = """[capaian]
batas = [0, 150]
predikat = [["Melampaui", 100], ["Baik", 80], ["Kurang"]]
"""


def head(place, office="Dinas Koperasi", shown=1, report="", limits=""):
    """Office, report and who signs: `shown` years, further lines of [laporan], a [capaian] of its own."""
    return f"""[instansi]
nama = "{office}"
daerah = "Kota {place}"
[laporan]
tahun = 2021
tampil_tahun = {shown}
{report}{limits}[penandatangan]
tempat = "{place}"
tanggal = 2022-01-24
jabatan = ["KEPALA DINAS"]
nama = "Fulan"
"""
