import { Button, type ButtonProps, Dropdown, type MenuProps } from 'antd';
import { useRef } from 'react';

interface MenuButtonProps extends ButtonProps {
  menu: MenuProps;
}

/** A button that opens a menu: keys walk it, and Esc leads back to the button. */
export function MenuButton({ menu, ...button }: MenuButtonProps) {
  const opener = useRef<HTMLButtonElement>(null);
  // The library gives the focus back only where its own listener comes before the one that closes
  // the popup; which of the two comes first is chance.
  const giveBack = (open: boolean) => {
    if (!open && document.activeElement?.closest('.ant-dropdown')) opener.current?.focus();
  };
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      menu={menu}
      disabled={button.disabled ?? false}
      onOpenChange={giveBack}
    >
      <Button ref={opener} {...button} />
    </Dropdown>
  );
}
