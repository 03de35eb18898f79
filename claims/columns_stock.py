"""The columns of the stock interface (3501–3506), as written in the bureau's dictionaries.

One line is one column, as in ``claims.columns``. The interface's own keys are ``fixmedins_bchno``,
the institution's running number of a movement, together with institution and item.
"""

from typing import Final

_GOODS: Final = """
fixmedins_code text 定点医药机构编号 *
fixmedins_bchno text 定点医药机构批次流水号 *
fixmedins_hilist_id text 定点医药机构目录编号 *
med_list_codg text 医疗目录编码 *
fixmedins_hilist_name text 定点医药机构目录名称
rx_flag text 处方药标志
memo text 备注
drug_trac_codg text 药品追溯码
"""
_LOT: Final = """
manu_lotnum text 生产批号
manu_date date 生产日期
expy_end until 有效期止
"""
_BOUGHT: Final = f"""
{_GOODS}
{_LOT}
spler_name text 供应商名称
spler_pmtno text 供应商许可证号
prdr_name text 生产厂家名称
aprvno text 批准文号
finl_trns_pric price 最终成交单价
purc_retn_cnt count 采购/退货数量 *
purc_invo_codg text 采购发票编码
purc_invo_no text 采购发票号
purc_retn_stoin_time time 采购/退货入库时间 *
purc_retn_opter_name text 采购/退货经办人姓名
"""
_SOLD: Final = f"""
{_GOODS}
{_LOT}
prsc_dr_name text 开方医师姓名
prsc_dr_certno text 开方医师证件号码
phar_name text 药师姓名
phar_prac_cert_no text 药师执业资格证号
hi_feesetl_type text 医保费用结算类型
setl_id text 结算ID
mdtrt_sn text 就医流水号
feedetl_sn text 费用明细流水号
psn_no text 人员编号
psn_cert_type text 人员证件类型
certno text 证件号码
psn_name text 人员姓名
trdn_flag text 拆零标志
finl_trns_pric price 最终成交单价
rxno text 处方号
rx_circ_flag text 外购处方标志
rtal_docno text 零售单据号
stoout_no text 销售出库单据号
sel_retn_cnt count 销售/退货数量 *
sel_retn_time time 销售/退货时间 *
sel_retn_opter_name text 销售/退货经办人姓名
"""
INV_D: Final = f"""
{_GOODS}
{_LOT}
invdate date 盘存日期 *
inv_cnt count 库存数量 *
"""
INV_CHG_D: Final = f"""
{_GOODS}
inv_chg_type text 库存变更类型 *
pric price 单价
cnt count 数量 *
inv_chg_time time 库存变更时间 *
inv_chg_opter_name text 库存变更经办人姓名
trdn_flag text 拆零标志
"""
PURC_D: Final = f"""
{_BOUGHT}
dynt_no text 商品动态编号
prod_geay_flag text 商品赠送标志
"""
PURC_RETN_D: Final = f"""
{_BOUGHT}
medins_prod_purc_no text 商品采购流水号
"""
SEL_D: Final = _SOLD
SEL_RETN_D: Final = f"""
{_SOLD}
medins_prod_sel_no text 商品销售流水号
"""
