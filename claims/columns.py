"""The columns of the national interface, as written in the bureau's dictionaries.

One line is one column: ``name kind title [*]``; ``*`` means that the header has to be there.
Source: 全国医疗保障信息平台 interface 5201–5204 and the core-library tables of the same name,
plus the master data that supervision needs. ``terminal_no`` of ``setl_d`` is an extension.
"""

from typing import Final

MEDINS_INFO_B: Final = """
fixmedins_code text 定点医药机构编号 *
fixmedins_name text 定点医药机构名称 *
fixmedins_type text 定点医药机构类型
hosp_lv text 医院等级
address text 地址
lon degree 经度
lat degree 纬度
beds whole 床位数
"""

STAFF_INFO_B: Final = """
prac_psn_code text 医保医师代码 *
prac_psn_name text 姓名 *
prac_psn_type text 人员类别
fixmedins_code text 定点医药机构编号
dept_codg text 科室编码
"""

PSN_INFO_B: Final = """
psn_no text 人员编号 *
psn_name text 姓名 *
gend text 性别
brdy birth 出生日期
psn_cert_type text 证件类型
certno text 证件号码
naty text 民族
tel text 联系电话
live_addr text 居住地址
emp_name text 单位名称
insutype text 险种
psn_type text 人员类别
bankacct text 报销收款账号
"""

MDTRT_D: Final = """
mdtrt_id text 就诊ID *
psn_no text 人员编号 *
fixmedins_code text 定点医药机构编号 *
med_type text 医疗类别 *
begntime time 开始时间 *
endtime time 结束时间 *
fixmedins_name text 定点医药机构名称
psn_name text 姓名
psn_cert_type text 证件类型
certno text 证件号码
gend text 性别
brdy birth 出生日期
age age 年龄
insutype text 险种
psn_type text 人员类别
ipt_no text 住院号
medrcdno text 病历号
atddr_no text 主治医生编码
chfpdr_name text 主诊医师姓名
adm_dept_codg text 入院科室编码
adm_dept_name text 入院科室名称
adm_bed text 入院床位
dscg_dept_codg text 出院科室编码
dscg_dept_name text 出院科室名称
dscg_bed text 出院床位
dscg_maindiag_code text 出院主诊断代码
dscg_maindiag_name text 出院主诊断名称
adm_diag_dscr text 入院诊断描述
main_cond_dscr text 主要病情描述
dise_codg text 病种编码
dise_name text 病种名称
oprn_oprt_code text 手术操作代码
oprn_oprt_name text 手术操作名称
dise_type_code text 病种类型代码
dscg_way text 离院方式
die_date date 死亡日期
cop_flag text 并发症标志
inhosp_stas text 在院状态
ipt_days whole 住院天数
coner_name text 联系人姓名
tel text 联系电话
matn_type text 生育类别
birctrl_type text 计划生育手术类别
geso_val whole 孕周数
mdtrt_cert_type text 就诊凭证类型
mdtrt_cert_no text 就诊凭证编号
vali_flag text 有效标志
memo text 备注
"""

SETL_DIAG_LIST_D: Final = """
mdtrt_id text 就诊ID *
diag_code text 诊断代码 *
setl_id text 结算ID
psn_no text 人员编号
inout_diag_type text 出入院诊断类别
diag_type text 诊断类别
maindiag_flag text 主诊断标志
diag_srt_no whole 诊断排序号
diag_name text 诊断名称
adm_cond text 入院病情
diag_dept text 诊断科室
dise_dor_no text 诊断医生编码
dise_dor_name text 诊断医生姓名
diag_time time 诊断时间
vali_flag text 有效标志
"""

SETL_D: Final = """
setl_id text 结算ID *
mdtrt_id text 就诊ID *
psn_no text 人员编号 *
fixmedins_code text 定点医药机构编号 *
med_type text 医疗类别 *
setl_time time 结算时间 *
medfee_sumamt money 医疗费总额 *
fund_pay_sumamt money 基金支付总额 *
medins_setl_id text 机构结算ID
init_setl_id text 原结算ID
psn_name text 姓名
psn_cert_type text 证件类型
certno text 证件号码
gend text 性别
brdy birth 出生日期
age age 年龄
naty text 民族
insutype text 险种
psn_type text 人员类别
cvlserv_flag text 公务员标志
flxempe_flag text 灵活就业标志
nwb_flag text 新生儿标志
insu_optins text 参保机构
emp_name text 单位名称
pay_loc text 支付地点
fixmedins_name text 定点医药机构名称
hosp_lv text 医院等级
fixmedins_poolarea text 机构归属地区
lmtpric_hosp_lv text 限价医院等级
dedc_hosp_lv text 起付线医院等级
begndate date 开始日期
enddate date 结束日期
year text 年度
mdtrt_cert_type text 就诊凭证类型
mdtrt_cert_no text 就诊凭证编号
setl_type text 结算类别
clr_type text 清算类别
clr_way text 清算方式
clr_optins text 清算机构
fulamt_ownpay_amt money 全自费金额
overlmt_selfpay money 超限价自费
preselfpay_amt money 先行自付金额
inscp_scp_amt money 符合政策范围金额
act_pay_dedc money 实际支付起付线
hifp_pay money 统筹基金支出
pool_prop_selfpay ratio 统筹支付比例
cvlserv_pay money 公务员补助支出
hifes_pay money 企业补充保险支出
hifmi_pay money 居民大病保险支出
hifob_pay money 大额补助支出
maf_pay money 医疗救助支出
oth_pay money 其他支出
psn_pay money 个人负担总额
acct_pay money 个人账户支出
cash_payamt money 现金支付
hosp_part_amt money 医院负担金额
acct_mulaid_pay money 账户共济支付
balc money 余额
dise_codg text 病种编码
dise_name text 病种名称
invono text 发票号
refd_setl_flag text 退费结算标志
vali_flag text 有效标志
fund_pay_type text 基金支付类型
fund_pay_type_name text 基金支付类型名称
fund_payamt money 基金支付金额
crt_payb_lmt_amt money 本次可支付限额
setl_proc_info text 结算过程信息
terminal_no text 结算终端编号
"""

FEE_LIST_D: Final = """
feedetl_sn text 费用明细流水号 *
mdtrt_id text 就诊ID *
fee_ocur_time time 费用发生时间 *
hilist_code text 医保目录编码 *
cnt count 数量 *
pric price 单价 *
det_item_fee_sumamt money 明细项目费用总额 *
init_feedetl_sn text 原费用流水号
setl_id text 结算ID
psn_no text 人员编号
fixmedins_code text 定点医药机构编号
med_type text 医疗类别
rxno text 处方号
drord_no text 医嘱号
chrg_bchno text 收费批次号
med_list_codg text 医疗目录编码
medins_list_codg text 机构目录编码
medins_list_name text 机构目录名称
hilist_name text 医保目录名称
list_type text 目录类别
med_chrgitm_type text 医疗收费项目类别
chrgitm_lv text 收费项目等级
pric_uplmt_amt price 定价上限金额
selfpay_prop ratio 自付比例
fulamt_ownpay_amt money 全自费金额
overlmt_amt money 超限价金额
preselfpay_amt money 先行自付金额
inscp_scp_amt money 符合政策范围金额
spec text 规格
dosform_name text 剂型名称
prodname text 商品名
sin_dos_dscr text 单次剂量描述
used_frqu_dscr text 使用频次描述
medc_way_dscr text 用药途径描述
prd_days days 周期天数
bilg_dept_codg text 开单科室编码
bilg_dept_name text 开单科室名称
bilg_dr_codg text 开单医师编码
bilg_dr_name text 开单医师姓名
acord_dept_codg text 受单科室编码
acord_dept_name text 受单科室名称
orders_dr_code text 受单医师编码
orders_dr_name text 受单医师姓名
lmt_used_flag text 限制使用标志
hosp_appr_flag text 医院审批标志
etip_flag text 外检标志
etip_hosp_code text 外检医院编码
dscg_tkdrug_flag text 出院带药标志
matn_fee_flag text 生育费用标志
rx_circ_flag text 外购处方标志
tcmdrug_used_way text 中药使用方式
vali_flag text 有效标志
memo text 备注
exp_content text 字段扩展
"""

SETL_DETAIL_D: Final = """
setl_id text 结算ID *
fund_pay_type text 基金支付类型 *
fund_payamt money 基金支付金额 *
mdtrt_id text 就诊ID
psn_no text 人员编号
fund_pay_type_name text 基金支付类型名称
inscp_scp_amt money 符合政策范围金额
crt_payb_lmt_amt money 本次可支付限额
setl_proc_info text 结算过程信息
"""

PSN_OPSP_D: Final = """
psn_no text 人员编号 *
opsp_dise_code text 门慢门特病种编码 *
opsp_dise_name text 门慢门特病种名称
begndate date 开始日期
enddate until 结束日期
"""

DEPT_INFO_B: Final = """
fixmedins_code text 定点医药机构编号 *
dept_codg text 科室编码 *
dept_name text 科室名称
beds whole 床位数
"""

BED_INFO_B: Final = """
fixmedins_code text 定点医药机构编号 *
bed_no text 床位号 *
dept_codg text 科室编码
"""

TERMINAL_INFO_B: Final = """
terminal_no text 结算终端编号 *
fixmedins_code text 定点医药机构编号 *
ip_addr text IP地址
psam_no text PSAM卡号
opter_name text 收银员姓名
"""

HILIST_B: Final = """
hilist_code text 医保目录编码 *
hilist_name text 医保目录名称 *
list_type text 目录类别
med_chrgitm_type text 医疗收费项目类别
chrgitm_lv text 收费项目等级
spec text 规格
prcunt text 计价单位
"""

MEDINS_HILIST_B: Final = """
fixmedins_code text 定点医药机构编号 *
medins_list_codg text 机构目录编码 *
hilist_code text 医保目录编码 *
medins_list_name text 机构目录名称
pric price 单价
"""
